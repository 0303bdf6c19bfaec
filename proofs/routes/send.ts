import { Agent, request as open } from "node:http"
import type { RandomRequest } from "./request"

export interface Answered {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Milliseconds after which a request counts as never answered. */
const PATIENCE = 30_000

/** A client that sends what it is told, as no well-behaved one would. */
export class Client {
  private readonly agent: Agent

  constructor(
    private readonly address: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  send({
    method,
    path,
    headers,
    body,
  }: Omit<RandomRequest, "operation" | "kind" | "number" | "reached">): Promise<Answered> {
    // Node's client would send the body of a GET without its length, as the beginning of the next request.
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }
    return new Promise((resolve, reject) => {
      const sent = open(
        new URL(this.address),
        {
          method,
          path,
          headers: { ...headers, ...length },
          agent: this.agent,
          timeout: PATIENCE,
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on("data", (chunk: Buffer) => chunks.push(chunk))
          answer.once("error", reject)
          answer.once("end", () =>
            resolve({
              status: answer.statusCode ?? 0,
              type: answer.headers["content-type"] ?? "",
              text: Buffer.concat(chunks).toString("utf8"),
            }),
          )
        },
      )
      sent.once("timeout", () => sent.destroy(new Error(`no answer within ${PATIENCE} ms`)))
      sent.once("error", reject)
      sent.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}
