/** `npm run types`: the compiler over everything that is TypeScript or checked JavaScript, two projects at a time. */
import { spawn } from "node:child_process"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")

/** domain is compiled twice: alone it has no Node, no DOM and no package to lean on. */
export const projects = [
  "tsconfig.tests.json",
  "src/admin/tsconfig.json",
  "tsconfig.json",
  "tsconfig.domain.json",
  "tsconfig.scripts.json",
]

/**
 * @param {string} project
 * @returns {Promise<{ project: string, output: string, status: number | null, seconds: number }>}
 */
function compile(project) {
  const started = Date.now()
  const record = path.join(".cache", `types-${project.replaceAll(/[^a-z]/g, "-")}.tsbuildinfo`)
  const words = ["node_modules/typescript/bin/tsc", "-p", project, "--noEmit", "--pretty"]
  return new Promise((resolve) => {
    let output = ""
    const child = spawn(process.execPath, [...words, "--incremental", "--tsBuildInfoFile", record], {
      cwd: root,
    })
    for (const pipe of [child.stdout, child.stderr]) pipe.on("data", (chunk) => (output += chunk))
    child.once("close", (status) =>
      resolve({ project, output, status, seconds: (Date.now() - started) / 1000 }),
    )
  })
}

async function main() {
  const waiting = [...projects]
  const work = async () => {
    for (let project = waiting.shift(); project; project = waiting.shift()) {
      const { output, status, seconds } = await compile(project)
      console.log(
        `${status === 0 ? "ok  " : "FAIL"} ${project} (${seconds.toFixed(1)} s)\n${output}`.trimEnd(),
      )
      if (status !== 0) process.exitCode = 1
    }
  }
  await Promise.all([work(), work()])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
