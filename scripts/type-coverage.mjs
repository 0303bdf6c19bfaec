/** `npm run type-coverage`: at least 99.5 % of the identifiers of what is shipped have a type that is not any. */
import { spawnSync } from "node:child_process"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const tool = path.join("node_modules", "type-coverage", "bin", "type-coverage")

for (const project of ["tsconfig.json", "src/admin/tsconfig.json"]) {
  const words = [tool, "-p", project, "--strict", "--at-least", "99.5", "--ignore-files", "**/migrations/**"]
  const run = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" })
  const holds = run.status === 0
  if (!holds) {
    process.exitCode = 1
    const detail = spawnSync(process.execPath, [...words, "--detail"], { cwd: root, encoding: "utf8" })
    console.log(detail.stdout.split("\n").slice(0, 40).join("\n"))
  }
  console.log(`${holds ? "ok  " : "FAIL"} ${project}: ${run.stdout.trim().split("\n").at(0)}${run.stderr}`)
}
