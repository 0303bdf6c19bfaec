import { createServer } from "node:net"
import { parseArgs } from "node:util"

const DEFAULT_PORT = 9000
/** From here on, the made-up orders would be of days to come. */
const MOST_OPEN_ITEMS = 2_000_000

export const HELP = `npm run demo -- [options]

  --port N         serve on this port (default ${DEFAULT_PORT})
  --host A         listen on this address (default 127.0.0.1, this machine only)
  --reset          forget the demo's data and begin again
  --open-items N   put about N open items into the ledger, to see lists of that size
  --no-serve       stop after the table
  --help           this text
`

/**
 * @param {string[]} argv
 * @returns {import("./types.js").Options}
 */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: "string" },
      host: { type: "string", default: "127.0.0.1" },
      reset: { type: "boolean", default: false },
      "open-items": { type: "string" },
      "no-serve": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  })
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`)
  }
  const openItems = Number(values["open-items"] ?? 0)
  if (!(Number.isInteger(openItems) && openItems >= 0 && openItems <= MOST_OPEN_ITEMS)) {
    throw new Error(`--open-items takes a number up to ${MOST_OPEN_ITEMS}, not "${values["open-items"]}".`)
  }
  const { host: address, reset, help } = values
  return { port, address, reset, openItems, serve: !values["no-serve"], help }
}

/**
 * The port to use. One that was asked for must be free; without `--port`, a demo that does not serve takes any.
 * @param {import("./types.js").Options} options
 * @returns {Promise<number>}
 */
export async function choosePort({ port, address, serve }) {
  const wanted = port ?? DEFAULT_PORT
  const free =
    (await tryPort(wanted, address)) ?? (port === undefined && !serve ? await tryPort(0, address) : undefined)
  if (free !== undefined) {
    return free
  }
  throw new Error(`Port ${wanted} is taken. Choose another: npm run demo -- --port ${wanted + 1}`)
}

/**
 * @param {number} port 0 for any
 * @param {string} address
 * @returns {Promise<number | undefined>} undefined when it is taken
 */
function tryPort(port, address) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(undefined))
    probe.listen(port, address, () => {
      const { port: chosen } = /** @type {import("node:net").AddressInfo} */ (probe.address())
      probe.close(() => resolve(chosen))
    })
  })
}
