/**
 * Stands in for docker, minikube, kubectl and helm: notes how it was called and
 * answers by the rules that lie in its folder. `kubectl port-forward` leads to
 * a real port. Plain JavaScript, because it is started many times.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { text } from "node:stream/consumers";

const path = process.argv[1] ?? "";
const folder = dirname(path);
const line = [basename(path), ...process.argv.slice(2)].join(" ");

const input = await text(process.stdin);
appendFileSync(join(folder, "calls"), `${JSON.stringify({ line, input, folder: process.cwd() })}\n`);

const rules = JSON.parse(readFileSync(join(folder, "rules"), "utf8"));
const markOf = (index) => join(folder, `used-${index}`);
const at = rules.findIndex(
  ({ match, once }, index) => new RegExp(match).test(line) && !(once && existsSync(markOf(index))),
);
const rule = rules[at] ?? {};
if (rule.once) writeFileSync(markOf(at), "");
if (rule.port) forward(rule.port);
else {
  process.stdout.write(rule.stdout ?? "");
  process.stderr.write(rule.stderr ?? "");
  process.exitCode = rule.code ?? 0;
}

function forward(port) {
  const server = createServer((from) => {
    const to = connect(port, "127.0.0.1");
    from.pipe(to).pipe(from);
    for (const socket of [from, to]) socket.on("error", () => from.destroy());
  });
  server.listen(0, "127.0.0.1", () => {
    process.stdout.write(`Forwarding from 127.0.0.1:${server.address().port} -> 8000\n`);
  });
}
