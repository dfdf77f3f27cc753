/** Texts of the staff pages. */
export const staff = {};
