/** Names of the buttons that change a list; the server understands them where scripts are off. */
export const ADD = '_them';
export const REMOVE = '_bot';
