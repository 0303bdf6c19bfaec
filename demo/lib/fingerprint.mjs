import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import path from "node:path"

const IGNORED = new Set(["node_modules", ".medusa", ".cache", "__tests__"])

/**
 * A hash of the names and contents of files and folders; missing ones count as absent.
 * @param {string} root
 * @param {string[]} names
 */
export function fingerprint(root, names) {
  const hash = createHash("sha256")
  for (const name of names) {
    addTo(hash, root, name)
  }
  return hash.digest("hex")
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} root
 * @param {string} name
 */
function addTo(hash, root, name) {
  const file = path.join(root, name)
  if (!existsSync(file)) {
    hash.update(`${name}\0absent\0`)
    return
  }
  if (statSync(file).isDirectory()) {
    for (const entry of readdirSync(file).toSorted()) {
      if (!IGNORED.has(entry)) {
        addTo(hash, root, path.posix.join(name, entry))
      }
    }
    return
  }
  hash.update(`${name}\0`)
  hash.update(readFileSync(file))
}

/**
 * The fingerprints of what was built last, kept beside the logs.
 * @param {string} file
 */
export function openMemory(file) {
  /** @type {Record<string, string>} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
  return {
    /** @param {string} key */
    get: (key) => known[key],
    /**
     * @param {string} key
     * @param {string} value
     */
    set(key, value) {
      known[key] = value
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`)
    },
  }
}
