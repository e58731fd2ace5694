/** The request header in which the proxy tells pages which address was asked for; layouts can't see it otherwise. */
export const REQUESTED = "x-todo-requested";

/** The request header that carries the page's nonce to the layout. */
export const NONCE = "x-todo-nonce";
