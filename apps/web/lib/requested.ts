/** The request header in which the proxy tells pages which address was asked for; layouts can't see it otherwise. */
export const REQUESTED = "x-todo-requested";
