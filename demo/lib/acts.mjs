import { seed } from "../seed/index.mjs"
import { openItemStatements } from "../seed/open-items.mjs"
import { SOMETHING_TO_DO } from "../seed/scenarios.mjs"
import * as database from "./database.mjs"
import { ADMIN, buildHost, buildPlugin, linkPlugin, migrate, schemaFingerprint, startHost } from "./host.mjs"
import { loginAdmin } from "./http.mjs"
import { differences, readAccounts, readLedger, readOrder, untilReconciled } from "./ledger.mjs"
import { printConservation, printOrders } from "./report.mjs"
import { stage } from "./stages.mjs"

/** Above whatever the store itself will come to. */
const FIRST_BARE_ID = 1_000_000

/**
 * Everything up to a store that answers and holds its orders.
 * @param {object} given
 * @param {import("./types.js").Server} given.server
 * @param {number} given.port
 * @param {string} given.address
 * @param {boolean} given.reset
 * @param {(() => Promise<void>)[]} given.ending  where to note what must be stopped in the end
 */
export async function prepare({ server, port, address, reset, ending }) {
  const url = database.urlOf(server)
  await stage("Database", () => openDatabase(server, reset))
  await stage("Plugin", buildPlugin)
  linkPlugin()
  await stage("Admin pages and database schema", () => buildAndMigrate(url))
  const host = await stage("Starting the store", async () => {
    const started = await startHost({ databaseUrl: url, port, address })
    ending.push(() => started.stop())
    return { ...started, how: started.base }
  })
  const admin = await loginAdmin(host.base, ADMIN)
  const { stories, late } = await stage("Orders and payments", (note) => fill(admin, url, note))
  return { host, admin, stories, late }
}

/**
 * @param {import("./types.js").Server} server
 * @param {boolean} reset
 */
async function openDatabase(server, reset) {
  const url = database.urlOf(server)
  const made = await database.ensureDatabase(server)
  const halfSeeded = !made && (await database.recall(url, "seed"))?.finished === false
  if (made || !(reset || halfSeeded)) {
    return made ? "new" : "kept from last time"
  }
  await database.dropDatabase(server)
  await database.ensureDatabase(server)
  return reset ? "emptied" : "emptied, because the last seed was interrupted"
}

/**
 * Side by side: the one is busy with the admin's pages, the other with PostgreSQL.
 * @param {string} url
 */
async function buildAndMigrate(url) {
  const wanted = schemaFingerprint()
  const upToDate = (await database.recall(url, "schema")) === wanted
  const [built] = await Promise.all([buildHost(url), upToDate ? undefined : migrate(url)])
  if (!upToDate) {
    await database.remember(url, "schema", wanted)
  }
  return `pages ${built}, schema ${upToDate ? "unchanged" : "migrated"}`
}

/**
 * @param {import("./types.js").Client} admin
 * @param {string} url
 * @param {import("./types.js").Note} note
 * @returns {Promise<import("./types.js").Told & { how: string }>}
 */
async function fill(admin, url, note) {
  const known = await database.recall(url, "seed")
  if (known) {
    return { stories: known.stories, late: [], how: `${known.stories.length} orders kept from last time` }
  }
  await database.remember(url, "seed", { finished: false })
  const stories = await seed(admin, note)
  const late = await untilReconciled(admin, stories, note)
  await database.remember(url, "seed", { finished: true, stories })
  return { stories, late, how: `${stories.length} orders through the checkout` }
}

/**
 * Puts many more rows into the ledger, for which the host has no orders: for looking at lists of that size.
 * @param {import("./types.js").Server} server
 * @param {number} count
 */
export async function addOpenItems(server, count) {
  const url = database.urlOf(server)
  const known = await database.recall(url, "open items")
  if (known !== undefined) {
    return `${known} kept from last time`
  }
  await database.fillBare(url, openItemStatements(count, FIRST_BARE_ID))
  await database.remember(url, "open items", count)
  return `about ${count}, of no order of the store's`
}

/**
 * The table and its proof; false when something is not as promised.
 * @param {import("./types.js").Client} admin
 * @param {import("./types.js").Told} told
 */
export async function present(admin, { stories, late }) {
  const { ledger, unknown } = await readLedger(admin)
  printOrders(ledger, new Map(stories.map((story) => [story.orderId, story])))
  const sums = printConservation(ledger, await readAccounts(admin, ledger))
  if (unknown > 0) {
    console.log(`${unknown} orders are not in the ledger.`)
  }
  for (const { title, orderId, expect } of late) {
    console.log(
      `"${title}" ${differences(await readOrder(admin, orderId), expect).join(" and ") || "came late"}.`,
    )
  }
  return sums && unknown === 0 && late.length === 0
}

/**
 * Where to look first: the order that waits for somebody, and who pays what under its matching code. Nothing of a
 * store that was filled before the demo told that story.
 * @param {import("./types.js").Client} admin
 * @param {import("./types.js").Told} told
 */
export async function linksOf(admin, { stories }) {
  const story = stories.find(({ title }) => title === SOMETHING_TO_DO)
  const order = story && (await readOrder(admin, story.orderId))
  if (!order) {
    return ""
  }
  const { id, display_id, account_id, code } = order
  const at = `${admin.base}/app/reconciliation`
  return `
  Something to do, order #${display_id}
    ${at}/orders/${id}
  Who pays what under its matching code${code ? ` ${code.code}` : ""}
    ${at}/accounts/${account_id}/codes/${code?.rank}
`
}
