import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net"

/** What the relay does with the next commits: hand them on, or see to it that nobody hears how they ended. */
export type Habit = "hands on" | "loses the answer" | "cuts at once"

/** How a message ends that commits, alone or behind the last statement. */
const COMMIT = Buffer.from("commit\0", "latin1")

/** Stands between a pool and PostgreSQL. */
export class Relay {
  habit: Habit = "hands on"
  /** The share of commits that are cut. */
  share = 0
  /** Commits whose answer came from PostgreSQL and went no further. */
  lost = 0
  /** Connections that were cut as soon as the commit was on its way, whatever became of it. */
  cut = 0

  private readonly sockets = new Set<Socket>()

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(target: string): Promise<Relay> {
    const { hostname, port } = new URL(target)
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
    const url = new URL(target)
    url.port = String((server.address() as AddressInfo).port)
    const relay = new Relay(server, url.href)
    server.on("connection", (inner) => relay.join(inner, connect({ host: hostname, port: Number(port) })))
    return relay
  }

  private join(inner: Socket, outer: Socket): void {
    const pair = { losing: false }
    for (const [socket, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      this.sockets.add(socket)
      socket.setNoDelay(true)
      // Either end may be gone at any moment; then so is the other.
      socket.on("error", () => other.destroy())
      socket.once("close", () => {
        this.sockets.delete(socket)
        other.end()
      })
    }
    inner.on("data", (chunk: Buffer) => {
      const habit = isCommit(chunk) && Math.random() < this.share ? this.habit : "hands on"
      if (habit === "cuts at once") {
        this.cut += 1
        // What was written before the end still reaches PostgreSQL.
        outer.end(chunk)
        inner.destroy()
        return
      }
      pair.losing = habit === "loses the answer"
      outer.write(chunk)
    })
    outer.on("data", (chunk: Buffer) => {
      if (!pair.losing) return void inner.write(chunk)
      this.lost += 1
      inner.destroy()
      outer.destroy()
    })
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

const isCommit = (chunk: Buffer): boolean => chunk.subarray(-COMMIT.length).equals(COMMIT)
