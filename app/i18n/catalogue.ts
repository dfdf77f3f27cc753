/**
 * The shape of a translation: the Vietnamese file is the source of the keys, and every other
 * language must have each of them with the same arguments.
 */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Source[Key] extends readonly unknown[]
        ? Source[Key]
        : Translation<Source[Key]>;
};
