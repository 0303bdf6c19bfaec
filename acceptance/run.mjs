/**
 * `npm run acceptance [-- <folder>]`: a whole shop's books through a real host and the plugin, checked against
 * arithmetic of its own. See docs/acceptance.md.
 */
import path from "node:path"
import { ensureInstall } from "../scripts/ensure-install.mjs"
import { expect } from "./lib/expect.mjs"
import { BookError, isThere, readBook } from "./lib/read-book.mjs"
import { proof, report, summary } from "./lib/report.mjs"
import { totalsOf, verify } from "./lib/verify.mjs"

const DEFAULT_FOLDER = "../shared/data/classicmodels"

const began = Date.now()
/** @param {string} what */
const note = (what) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`)

async function main() {
  const words = process.argv.slice(2)
  const named = words.find((word) => !word.startsWith("--"))
  const folder = named ? path.resolve(named) : path.resolve(import.meta.dirname, "..", DEFAULT_FOLDER)
  if (!isThere(folder)) {
    console.log(`acceptance data not found at ${folder}; pass a folder`)
    return words.includes("--if-present") ? 0 : 1
  }
  const book = readBook(folder)
  const expected = expect(book)
  const { customers, orders, cheques } = book
  note(
    `read ${customers.length} customers, ${orders.length} orders, ${cheques.length} cheques from ${folder}`,
  )
  ensureInstall()
  const { ledger, faults } = await throughHost(book, expected)

  for (const line of report(book, ledger)) console.log(line)
  const sources = { files: totalsOf(book, expected), service: ledger.service, tables: ledger.tables }
  for (const line of proof(sources)) console.log(line)
  console.log()
  note(faults.length === 0 ? "the ledger agrees with the files" : `${faults.length} faults`)
  for (const fault of faults) console.error(`FAULT ${fault}`)
  console.log(JSON.stringify(summary(book, ledger)))
  return faults.length === 0 ? 0 : 1
}

/**
 * Loads and reconciles everything, then everything again.
 * @param {import("./lib/read-book.mjs").Book} book
 * @param {import("./lib/expect.mjs").Expected} expected
 */
async function throughHost(book, expected) {
  const { startHost } = await import("./lib/host.mjs")
  const { load } = await import("./lib/load.mjs")
  const { reconcile } = await import("./lib/reconcile.mjs")
  const { fingerprint, readLedger } = await import("./lib/read-ledger.mjs")

  const host = await startHost()
  try {
    note("the host is up")
    const loaded = await load(host, book)
    note(`loaded; ${loaded.created} rows created`)
    await reconcile(host, book, loaded)
    note("reconciled")
    const ledger = await readLedger(host, book, loaded)
    const faults = verify(book, expected, ledger)
    const first = await fingerprint(host)

    const again = await load(host, book)
    await reconcile(host, book, again)
    const second = await fingerprint(host)
    note(`everything once more; ${again.created} rows created`)
    if (again.created > 0) faults.push(`the second run created ${again.created} customers or orders`)
    for (const [index, line] of first.entries())
      if (line !== second[index])
        faults.push(`the second run changed the ledger: ${line} became ${second[index]}`)
    for (const line of second) console.log(`          ${line}`)
    return { ledger, faults }
  } finally {
    await host.stop()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof BookError ? `the acceptance data cannot be used: ${error.message}` : error)
  process.exitCode = 1
}
process.exit() // the host leaves timers behind
