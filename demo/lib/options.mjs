import { createServer } from "node:net"
import { parseArgs } from "node:util"

const DEFAULT_PORT = 9000

export const HELP = `npm run demo -- [options]

  --port N      serve on this port (default ${DEFAULT_PORT})
  --host A      listen on this address (default 127.0.0.1, this machine only)
  --reset       forget the demo's data and begin again
  --no-serve    stop after the table
  --help        this text
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
      "no-serve": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  })
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`)
  }
  return { port, address: values.host, reset: values.reset, serve: !values["no-serve"], help: values.help }
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
