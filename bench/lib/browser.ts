import { spawn } from "node:child_process"
import path from "node:path"

const root = path.join(__dirname, "..", "..")

/**
 * Builds and seeds the demo's store, and walks one of its browser tests in it.
 * @returns whether the test passed
 */
export async function walkInBrowser(spec: string, variables: Record<string, string>): Promise<boolean> {
  return await new Promise<boolean>((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, "scripts", "test.mjs"), "e2e", spec], {
      cwd: root,
      env: { ...process.env, ...variables },
      stdio: "ignore",
    })
    child.once("error", reject)
    child.once("close", (code) => resolve(code === 0))
  })
}
