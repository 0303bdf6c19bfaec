/**
 * The store that the screens are tested in: the demo's, built, seeded through real checkouts and served, on the
 * tests' own PostgreSQL.
 */
import pg from "pg"
import { urlOf } from "../demo/lib/database.mjs"
import { choosePort } from "../demo/lib/options.mjs"
import { addOpenItems, prepare, present } from "../demo/lib/acts.mjs"

/**
 * @param {import("./postgres.mjs").RunningPostgres} server
 * @returns {Promise<{ variables: Record<string, string>, stop: () => Promise<void> }>} what the specs read
 */
export async function openStore(server) {
  /** @type {(() => Promise<void>)[]} */
  const ending = []
  const stop = async () => {
    for (const end of ending.splice(0).toReversed()) await end()
  }
  try {
    const address = "127.0.0.1"
    const options = { port: undefined, address, reset: false, openItems: 0, serve: false, help: false }
    const port = await choosePort(options)
    const { host, admin, ...told } = await prepare({ ...options, server, port, ending })
    if (!(await present(admin, told)))
      throw new Error("The demo store's sums or stories are not as they should be.")
    const openItems = Number(process.env["E2E_OPEN_ITEMS"] ?? 0)
    if (openItems > 0) await addOpenItems(server, openItems)
    else await analyse(urlOf(server))
    /** @param {string} code */
    const orderWith = (code) => told.stories.find(({ expect }) => expect.code === code)?.orderId ?? ""
    /** @param {string} title */
    const orderOf = (title) => {
      const story = told.stories.find((one) => one.title === title)
      if (!story) throw new Error(`The demo tells no story "${title}".`)
      return story.orderId
    }
    return {
      variables: {
        E2E_ADMIN_URL: host.base,
        E2E_EMAIL: host.login.email,
        E2E_PASSWORD: host.login.password,
        E2E_ORDER_ID: orderWith("a"),
        E2E_FULL_ORDER_ID: orderWith("A"),
        E2E_CANCELLED_ORDER_ID: orderOf("Cancelled before payment"),
        E2E_PLANNED_ORDER_ID: orderOf("Paid in three instalments"),
        E2E_REVERSED_ORDER_ID: orderOf("Charged back"),
        E2E_REFUNDED_ORDER_ID: orderOf("One item refunded"),
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * A store in use has statistics. Left to the server, they would come in the midst of the specs, and with them
 * another plan, by which the host lists lines of one moment otherwise than before.
 * @param {string} connectionString
 */
async function analyse(connectionString) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query("analyze")
  } finally {
    await client.end()
  }
}
