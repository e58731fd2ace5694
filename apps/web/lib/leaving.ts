/** Whether the person is just leaving: what is refused meanwhile for want of a session must not lead them elsewhere. */
let leaving = false;

export const isLeaving = () => leaving;

export function setLeaving(now: boolean) {
  leaving = now;
}
