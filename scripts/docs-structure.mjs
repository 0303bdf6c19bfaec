/**
 * `npm run docs:structure` draws which folder of src/ imports which into ARCHITECTURE.md, between two markers.
 * With --check it changes nothing and fails when the drawing is stale.
 */
import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const page = path.join(root, "ARCHITECTURE.md")
const markers = { begin: "<!-- structure: begin -->", end: "<!-- structure: end -->" }

/**
 * @typedef {object} Cruised
 * @property {string} source
 * @property {{ resolved: string, dependencyTypes: string[] }[]} dependencies
 */

/**
 * The folder that stands for a file: a module's sub-folder, a module's own files, or a folder of src/.
 * @param {string} file
 * @returns {string | null}
 */
function folderOf(file) {
  const inModule = /^src\/modules\/([^/]+)\/(?:([^/]+)\/)?/.exec(file)
  if (inModule) return `${inModule[1]}/${inModule[2] ?? "index"}`
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? null
}

/** @returns {Cruised[]} */
function cruise() {
  const tool = path.join("node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs")
  const words = [tool, "--config", ".dependency-cruiser.cjs", "-T", "json", "src"]
  const run = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 })
  if (!run.stdout) throw new Error(run.stderr)
  return JSON.parse(run.stdout).modules
}

/**
 * Edges that say nothing new, because a longer way leads there too; without them the picture can be read.
 * @param {Map<string, boolean>} edges
 */
function impliedAmong(edges) {
  /** @type {Map<string, string[]>} */
  const next = new Map()
  for (const edge of edges.keys()) {
    const [from = "", to = ""] = edge.split(" ")
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const leadsTo = (/** @type {string} */ from, /** @type {string} */ to) => {
    const seen = new Set([from])
    const open = [from]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const one of next.get(at) ?? []) {
        if (at === from && one === to) continue
        if (one === to) return true
        if (!seen.has(one)) open.push(one)
        seen.add(one)
      }
    }
    return false
  }
  return [...edges.keys()].filter((edge) => {
    const [from = "", to = ""] = edge.split(" ")
    return leadsTo(from, to)
  })
}

/** @param {Cruised[]} files */
function draw(files) {
  /** @type {Map<string, boolean>} edge → true when some import is of more than types */
  const edges = new Map()
  /** @type {Set<string>} */
  const folders = new Set()
  for (const { source, dependencies } of files) {
    const from = folderOf(source)
    if (!from) continue
    folders.add(from)
    for (const { resolved, dependencyTypes } of dependencies) {
      const to = folderOf(resolved)
      if (!to || to === from) continue
      const edge = `${from} ${to}`
      edges.set(edge, edges.get(edge) === true || !dependencyTypes.includes("type-only"))
    }
  }
  for (const edge of impliedAmong(edges)) edges.delete(edge)
  const name = (/** @type {string} */ folder) => folder.replaceAll(/[^a-z]/g, "_")
  /** @type {Map<string, string[]>} module → its boxes; "" holds those outside the modules */
  const modules = new Map()
  for (const folder of [...folders].toSorted()) {
    const [module, part] = folder.split("/")
    const group = part ? (module ?? "") : ""
    modules.set(group, [...(modules.get(group) ?? []), `${name(folder)}["${part ?? folder}"]`])
  }
  const lines = ["flowchart TD"]
  for (const [module, boxes] of modules) {
    if (module === "") lines.push(...boxes.map((box) => `  ${box}`))
    else lines.push(`  subgraph ${module}`, ...boxes.map((box) => `    ${box}`), "  end")
  }
  for (const edge of [...edges.keys()].toSorted()) {
    const [from = "", to = ""] = edge.split(" ")
    lines.push(`  ${name(from)} ${edges.get(edge) ? "-->" : "-.->"} ${name(to)}`)
  }
  return lines.join("\n")
}

const text = readFileSync(page, "utf8")
const begin = text.indexOf(markers.begin)
const end = text.indexOf(markers.end)
if (begin < 0 || end < begin)
  throw new Error(`ARCHITECTURE.md lacks the markers ${markers.begin} and ${markers.end}.`)

const picture = `${markers.begin}\n\n\`\`\`mermaid\n${draw(cruise())}\n\`\`\`\n\n`
const fresh = text.slice(0, begin) + picture + text.slice(end)

if (fresh === text) console.log("The drawing in ARCHITECTURE.md is up to date.")
else if (process.argv.includes("--check")) {
  console.error("The drawing in ARCHITECTURE.md is stale: run `npm run docs:structure` and commit it.")
  process.exitCode = 1
} else {
  writeFileSync(page, fresh)
  console.log("ARCHITECTURE.md has a new drawing.")
}
