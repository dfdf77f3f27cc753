/** A short fingerprint of a text (FNV-1a, 2 × 32 bits): tells whether two texts are the same, and nothing else. */
export const textHash = (text: string): string => {
  let [one, two] = [0x811c9dc5, 0x9dc5811c];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ (unit + at), 0x01000193);
  }
  return `${(one >>> 0).toString(36)}-${(two >>> 0).toString(36)}-${text.length}`;
};
