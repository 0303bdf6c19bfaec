import { createServer, type Server } from "node:http"
import { createRequire } from "node:module"
import type { AddressInfo } from "node:net"
import { z } from "@medusajs/framework/zod"
import type { FileAnswer } from "../../src/api/lib/file"
import { route, type DeclaredRoute } from "../../src/api/lib/route"
import { connectTo } from "../setup/ledger"

type App = ((...words: never[]) => void) & Record<"use" | "get" | "post", (...words: unknown[]) => void>

/** The host's own Express, which is what calls a route. */
const express = createRequire(require.resolve("@medusajs/framework/http"))("express") as () => App

async function* rows(count: number, failAt = Infinity): AsyncGenerator<string> {
  for (let row = 0; row < count; row += 1) {
    if (row === failAt) throw new Error("the database went away")
    yield `${row};75.00\n`
  }
}

const exporting = (name: string, content: () => AsyncIterable<string>): DeclaredRoute =>
  route({
    method: "get",
    path: name,
    right: "export",
    summary: "Exports rows.",
    answer: {},
    produces: "text/csv; charset=utf-8",
    handler: async (): Promise<FileAnswer> => ({ name: "Écritures 2026.csv", content: content() }),
  })

const importing = route({
  method: "post",
  path: "statements",
  right: "manage",
  summary: "Imports a statement.",
  uploads: ["text/csv", "application/xml"],
  largestBodyBytes: 300_000,
  answer: { bytes: { type: "integer" } },
  handler: async ({ upload, change }) => {
    let bytes = 0
    for await (const part of upload) bytes += part.length
    return { bytes, key: change.idempotency_key, cause: change.cause }
  },
})

const large = route({
  method: "post",
  path: "large",
  right: "manage",
  summary: "Takes a long list.",
  body: z.strictObject({ rows: z.array(z.string()) }),
  largestBodyBytes: 2_000_000,
  answer: { count: { type: "integer" } },
  handler: async ({ body }) => ({ count: body.rows.length }),
})

/** The host hands what a route throws on to its error handler; Express by itself would not. */
const asTheHost =
  (handler: DeclaredRoute) =>
  async (request: never, response: never, next: (error: unknown) => void): Promise<void> => {
    try {
      await handler(request, response)
    } catch (error) {
      next(error)
    }
  }

describe("A route that says so", () => {
  let server: Server
  let base = ""
  const logged: string[] = []
  const postgres = connectTo("postgres", 1)

  beforeAll(async () => {
    const app = express()
    app.use((request: Record<string, unknown>, _: unknown, next: () => void) => {
      request["auth_context"] = { actor_type: "user", actor_id: "user_1" }
      request["scope"] = {
        resolve: (name: string) =>
          name === "logger" ? { error: (text: string) => logged.push(text) } : postgres,
      }
      next()
    })
    app.get("/csv", asTheHost(exporting("csv", () => rows(50_000))))
    app.get("/fails", asTheHost(exporting("fails", () => rows(10, 0))))
    app.get("/breaks", asTheHost(exporting("breaks", () => rows(200_000, 150_000))))
    app.post("/statements", asTheHost(importing))
    app.post("/large", asTheHost(large))
    app.use(
      (
        _error: unknown,
        _request: unknown,
        response: { status: (code: number) => { end: () => void } },
        _next: unknown,
      ) => response.status(500).end(),
    )
    server = createServer(app as never)
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await postgres.destroy()
  })

  const send = async (
    path: string,
    type: string,
    body: string,
  ): Promise<{ status: number; said: Record<string, unknown> }> => {
    const headers = { "content-type": type, "idempotency-key": "k1" }
    const answer = await fetch(`${base}/${path}`, { method: "POST", headers, body })
    return { status: answer.status, said: (await answer.json()) as Record<string, unknown> }
  }

  it("answers with a file, in its type and under its name", async () => {
    const answer = await fetch(`${base}/csv`)
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(answer.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''%C3%89critures%202026.csv",
    )
    expect((await answer.text()).split("\n")).toHaveLength(50_001)
  })

  it("answers with an error what fails before the file begins, and cuts off what fails in its midst", async () => {
    expect((await fetch(`${base}/fails`)).status).toBe(500)
    const broken = await fetch(`${base}/breaks`)
    expect(broken.status).toBe(200)
    await expect(broken.text()).rejects.toThrow()
    expect(logged).toEqual([expect.stringContaining("the database went away")])
  })

  it("reads an upload part by part, up to its own limit, with key and cause as any change", async () => {
    const taken = await send("statements", "text/csv", "x".repeat(250_000))
    expect(taken).toEqual({ status: 200, said: { bytes: 250_000, key: "k1", cause: "POST statements" } })
    const refused = await send("statements", "text/csv", "x".repeat(400_000))
    expect(refused).toMatchObject({ status: 400, said: { code: "body_too_large" } })
  })

  it("answers who sends too much or what is no good, though it stops reading, and keeps the connection", async () => {
    for (let round = 0; round < 10; round += 1) {
      const tooMuch = await send("statements", "text/csv", "x".repeat(2_000_000))
      expect(tooMuch).toMatchObject({ status: 400, said: { code: "body_too_large" } })
      const wrong = await send("statements", "application/pdf", "x".repeat(2_000_000))
      expect(wrong).toMatchObject({ status: 400, said: { code: "upload_type_unknown" } })
      const good = await send("statements", "text/csv", "x".repeat(200_000))
      expect(good).toMatchObject({ status: 200, said: { bytes: 200_000 } })
    }
  })

  it("refuses an upload of a type that it does not read, and says which it reads", async () => {
    const refused = await send("statements", "application/pdf", "x")
    expect(refused).toMatchObject({
      status: 400,
      said: { code: "upload_type_unknown", ids: { types: "text/csv,application/xml" } },
    })
  })

  it("takes a larger body than most, and no larger one", async () => {
    const body = (count: number): string =>
      JSON.stringify({ rows: Array.from({ length: count }, () => "x".repeat(90)) })
    expect(await send("large", "application/json", body(10_000))).toMatchObject({
      status: 200,
      said: { count: 10_000 },
    })
    expect(await send("large", "application/json", body(30_000))).toMatchObject({
      status: 400,
      said: { code: "body_too_large" },
    })
  })
})
