import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net"

/** Stands between a host and its PostgreSQL, to take the database away as a broken network does. */
export class Relay {
  private readonly server: Server
  private readonly pairs = new Set<readonly [near: Socket, far: Socket]>()
  private mode: "open" | "refusing" | "silent" = "open"

  constructor(target: { host: string; port: number }) {
    this.server = createServer((near) => {
      near.on("error", () => near.destroy())
      if (this.mode === "refusing") near.destroy()
      else this.join(near, connect(target))
    }).listen(0)
    this.server.unref()
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  /** Every connection breaks, and no new one is made. */
  refuse(): void {
    this.mode = "refusing"
    for (const [near, far] of this.pairs) [near, far].forEach((socket) => socket.destroy())
  }

  /** Connections stay, new ones are taken, and nothing is carried. */
  fallSilent(): void {
    this.mode = "silent"
    for (const [near, far] of this.pairs)
      [near.unpipe(far), far.unpipe(near)].forEach((socket) => socket.pause())
  }

  heal(): void {
    const wasSilent = this.mode === "silent"
    this.mode = "open"
    if (wasSilent) for (const [near, far] of this.pairs) near.pipe(far).pipe(near)
  }

  private join(near: Socket, far: Socket): void {
    const pair = [near, far] as const
    this.pairs.add(pair)
    const end = (): void => {
      this.pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    for (const socket of pair) socket.on("error", end).on("close", end)
    if (this.mode === "open") near.pipe(far).pipe(near)
  }
}
