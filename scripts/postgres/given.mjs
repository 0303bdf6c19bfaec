/** The server that DATABASE_URL names, and free ports. See ../postgres.mjs. */
import { connect, createServer } from "node:net"

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "localhost", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address())
      probe.close(() => resolve(port))
    })
  })
}

/**
 * The server of DATABASE_URL. One on another machine is reached through a port of this one, because the host's
 * test runner insists on TLS for every name but "localhost".
 * @param {URL} address
 * @returns {Promise<import("../postgres.mjs").RunningPostgres>}
 */
export async function useRunning(address) {
  const login = { user: decodeURIComponent(address.username), password: decodeURIComponent(address.password) }
  let port = Number(address.port || 5432)
  let stop = async () => {}
  if (!["localhost", "127.0.0.1", "[::1]"].includes(address.hostname)) {
    const target = { host: address.hostname, port }
    const relay = createServer((inner) => {
      const outer = connect(target)
      inner.pipe(outer).pipe(inner)
      inner.on("error", () => outer.destroy())
      outer.on("error", () => inner.destroy())
    })
    await new Promise((resolve) => relay.listen(0, "localhost", () => resolve(null)))
    relay.unref()
    port = /** @type {import("node:net").AddressInfo} */ (relay.address()).port
    stop = async () => void relay.close()
  }
  const secret = address.password ? `:${address.password}` : ""
  const url = `postgres://${address.username}${secret}@localhost:${port}${address.pathname || "/postgres"}`
  return { url, host: "localhost", port, ...login, pid: null, stop }
}
