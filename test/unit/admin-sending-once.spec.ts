import { sendingOnce, type Told } from "../../src/admin/lib/sending-once"

interface Sent {
  readonly path: string
  readonly body: { readonly amount: string; readonly version: number }
}

type Outcome = "done" | Told

const sentOf = (amount: string, version: number): Sent => ({
  path: `orders/order_1?version=${version}`,
  body: { amount, version },
})

/** Sends one after another, and tells under which key and with what each was sent. */
async function sendAll(
  asked: readonly (readonly [Sent, Outcome])[],
): Promise<{ key: string; version: number; amount: string }[]> {
  let keys = 0
  const { send } = sendingOnce<Sent>(
    (failure) => failure as Told,
    () => `key ${(keys += 1)}`,
  )
  const seen: { key: string; version: number; amount: string }[] = []
  for (const [wanted, outcome] of asked)
    await send(wanted, async ({ body }, key) => {
      seen.push({ key, ...body })
      return outcome === "done" ? Promise.resolve("") : Promise.reject(outcome)
    }).catch((failure: unknown) => expect(failure).toBe(outcome))
  return seen
}

describe("what is sent once", () => {
  const [seen, movedOn, other] = [sentOf("75", 1), sentOf("75", 2), sentOf("80", 2)]
  const [first, anew] = [
    { key: "key 1", amount: "75", version: 1 },
    { key: "key 2", amount: "75", version: 2 },
  ]

  it.each<[string, readonly (readonly [Sent, Outcome])[], object[]]>([
    [
      "keeps its key when the same is sent again",
      [
        [seen, "refused"],
        [seen, "done"],
      ],
      [first, first],
    ],
    [
      "goes as it was when no answer came, though the ledger moved on, perhaps by it",
      [
        [seen, "open"],
        [movedOn, "open"],
        [movedOn, "done"],
      ],
      [first, first, first],
    ],
    [
      "is another wish once it was refused and the ledger moved on",
      [
        [seen, "refused"],
        [movedOn, "done"],
      ],
      [first, anew],
    ],
    [
      "is another wish once it was done and the ledger moved on",
      [
        [seen, "done"],
        [movedOn, "done"],
      ],
      [first, anew],
    ],
    [
      "is another wish once what was lost is answered",
      [
        [seen, "open"],
        [movedOn, "refused"],
        [movedOn, "done"],
      ],
      [first, first, anew],
    ],
    [
      "goes as it was as long as nobody is told whether it was done",
      [
        [seen, "open"],
        [movedOn, "nothing"],
        [movedOn, "done"],
      ],
      [first, first, first],
    ],
    [
      "is another wish where nothing was open before nothing was told",
      [
        [seen, "nothing"],
        [movedOn, "done"],
      ],
      [first, anew],
    ],
    [
      "is another wish when something else is wanted",
      [
        [seen, "open"],
        [other, "done"],
      ],
      [first, { key: "key 2", amount: "80", version: 2 }],
    ],
  ])("%s", async (_, asked, expected) => {
    expect(await sendAll(asked)).toEqual(expected)
  })

  it.each<[Outcome, string[]]>([
    ["done", ["key 1", "key 2"]],
    ["open", ["key 1", "key 1"]],
  ])("once it is %s and something was changed since, the same goes under %j", async (outcome, expected) => {
    let keys = 0
    const { send, forget } = sendingOnce<Sent>(
      () => "open",
      () => `key ${(keys += 1)}`,
    )
    const keysSeen: string[] = []
    const sendSeen = async (isDone: boolean) =>
      send(sentOf("75", 1), async (_, key) => {
        keysSeen.push(key)
        return isDone ? Promise.resolve() : Promise.reject(new Error("lost"))
      }).catch(() => undefined)
    await sendSeen(outcome === "done")
    forget()
    await sendSeen(true)
    expect(keysSeen).toEqual(expected)
  })
})
