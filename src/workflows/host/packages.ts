import { createRequire } from "node:module"

/**
 * The version of a package that the host runs; null where it cannot be found. A package manager that hoists nothing
 * shows the host's own packages to the host alone, so it is asked from there.
 */
export function versionOfPackage(name: string): string | null {
  try {
    const ofTheHost = createRequire(createRequire(__filename).resolve("@medusajs/medusa/package.json"))
    const { version } = ofTheHost(`${name}/package.json`) as { version?: unknown }
    return typeof version === "string" ? version : null
  } catch {
    return null
  }
}
