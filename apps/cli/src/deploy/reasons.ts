/** Why pods aren't ready, in a sentence that says what to look at. */
import type { Pod } from "./objects.ts";

export const reasonsOf = (pods: Pod[]): string[] =>
  pods
    .filter(({ ready, leaving, phase }) => !ready && !leaving && phase !== "Succeeded")
    .map((pod) => `${pod.name}: ${reasonOf(pod)}`);

function reasonOf({ name, phase, trouble }: Pod): string {
  if (!trouble) return `it is ${phase === "Running" ? "running and not ready yet" : phase.toLowerCase()}.`;
  const { container, reason, message } = trouble;
  const said = message ? ` (${message})` : "";
  const logs = `\`kubectl logs ${name} --container ${container} --previous\``;
  switch (reason) {
    case "ImagePullBackOff":
    case "ErrImagePull":
    case "ErrImageNeverPull":
    case "InvalidImageName":
      return `its image can't be had${said}. Look at the image's name and tag, and whether the cluster may pull it.`;
    case "CrashLoopBackOff":
      return `${container} ends again and again${said}. ${logs} says why.`;
    case "CreateContainerConfigError":
      return `its configuration is incomplete${said}. Look at the Secret and the ConfigMap it names.`;
    case "Unschedulable":
      return `no node has room for it${said}. Give the cluster more, or ask for less in the values.`;
    case "ContainerCreating":
      return "it is being made.";
    default:
      return `${container} is ${reason || "waiting"}${said}. ${logs} may say why.`;
  }
}
