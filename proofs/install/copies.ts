import { existsSync, readFileSync, readdirSync, realpathSync } from "node:fs"
import path from "node:path"

/** The packages of a store: each name with the versions of its copies, one entry a copy. */
export type Tree = ReadonlyMap<string, readonly string[]>

/** Reads what lies in node_modules, not what a lock says should. */
export function readTree(folder: string): Tree {
  const places = new Map<string, string>()
  const look = (modules: string): void => {
    for (const name of packagesIn(modules)) {
      const place = realpathSync(path.join(modules, name))
      if (places.has(place)) continue
      places.set(place, name)
      look(path.join(place, "node_modules"))
    }
  }
  look(path.join(folder, "node_modules"))
  // pnpm keeps each package, with what it may import, in a folder of its own
  const virtual = path.join(folder, "node_modules", ".pnpm")
  if (existsSync(virtual))
    for (const one of readdirSync(virtual)) look(path.join(virtual, one, "node_modules"))
  const tree = new Map<string, string[]>()
  for (const [place, name] of places) tree.set(name, [...(tree.get(name) ?? []), versionOf(place)].toSorted())
  return tree
}

function packagesIn(modules: string): string[] {
  if (!existsSync(modules)) return []
  return readdirSync(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@")
        ? readdirSync(path.join(modules, name)).map((inner) => `${name}/${inner}`)
        : [name],
    )
    .filter((name) => existsSync(path.join(modules, name, "package.json")))
}

function versionOf(place: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(path.join(place, "package.json"), "utf8"))
  return manifest.version
}

/** What the pages and the host live by: no copy may come, go or change. The rest may only not become more. */
const vital = (name: string): boolean =>
  name.startsWith("@medusajs/") ||
  /^(react|react-dom|react-router|react-router-dom|react-i18next|i18next|@tanstack\/(react-query|query-core))$/.test(
    name,
  )

/** Which packages the install moved, but those that were to come; npm drops some that it no longer needs. */
export function moved(before: Tree, after: Tree, expected: readonly string[]): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return names
    .filter((name) => !expected.includes(name))
    .map((name) => ({ name, had: before.get(name) ?? [], has: after.get(name) ?? [] }))
    .filter(({ name, had, has }) =>
      vital(name)
        ? had.join() !== has.join()
        : has.length > had.length || has.some((one) => !had.includes(one)),
    )
    .map(({ name, had, has }) => `${name}: ${tell(had)} before, ${tell(has)} after`)
}

const tell = (versions: readonly string[]): string => versions.join(" and ") || "none"

/** What is wrong: a package of which the pages would have no copy, or more than one. */
export function manyCopies(tree: Tree, names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, versions: tree.get(name) ?? [] }))
    .filter(({ versions }) => versions.length !== 1)
    .map(({ name, versions }) => `${versions.length} copies of ${name}: ${versions.join(", ")}`)
}
