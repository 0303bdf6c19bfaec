/** The client knows constants that only the admin's build has, so it is loaded when these are there. */
interface Client {
  readonly request: (
    path: string,
    options: { readonly method: "POST"; readonly body: object; readonly idempotencyKey: string },
  ) => Promise<unknown>
}

const PATH = "/admin/reconciliation/orders/order_1/write-offs"

function clientWith(answer: () => Response): Client {
  Object.assign(globalThis, {
    __BACKEND_URL__: "/",
    __AUTH_TYPE__: "session",
    __JWT_TOKEN_STORAGE_KEY__: undefined,
    fetch: async () => answer(),
  })
  return jest.requireActual<Client>("../../src/admin/lib/client")
}

/** An answer whose connection broke while its body came. */
const cutOff = (status: number): Response =>
  new Response('{ "write_off": { "id": "1", "am', { status, headers: { "content-type": "application/json" } })

describe("What a request is answered", () => {
  const asked = globalThis.fetch
  afterEach(() => Object.assign(globalThis, { fetch: asked }))

  const failureOf = async (answer: () => Response): Promise<unknown> =>
    clientWith(answer)
      .request(PATH, { method: "POST", body: {}, idempotencyKey: "once" })
      .then(
        (body) => ({ answered: body }),
        ({ name, status, body }: { name: string; status: number | null; body: unknown }) => ({
          name,
          status,
          body,
        }),
      )

  it("is the body of a success", async () => {
    expect(await failureOf(() => Response.json({ done: true }))).toEqual({ answered: { done: true } })
  })

  it("is lost where a success broke off: it may have been done, and may be sent again under its key", async () => {
    expect(await failureOf(() => cutOff(200))).toEqual({ name: "RequestError", status: null, body: null })
  })

  it("is refused where a refusal broke off: its status is known", async () => {
    expect(await failureOf(() => cutOff(409))).toEqual({ name: "RequestError", status: 409, body: null })
  })
})
