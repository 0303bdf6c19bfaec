import { because, type Call } from "./call"

interface Desk {
  /** The id of an order that is paid but for so much. */
  readonly paidBut: (rest: number) => Promise<string>
  readonly act: <Body>(route: string, body: unknown) => Promise<Body>
  /** The id of a write-off that waits for a second person. */
  readonly asked: () => Promise<string>
  /** The headers of that person. */
  readonly second: () => Readonly<Record<string, string>>
}

/** What is given up of orders, alone and by two. */
export function writeOffScenes({
  paidBut,
  act,
  asked,
  second,
}: Desk): Readonly<Record<string, () => Promise<Call>>> {
  return {
    "post write-offs/{id}/undo": async () => {
      const { write_off } = await act<{ write_off: { id: string } }>(
        `orders/${await paidBut(0.01)}/write-offs`,
        { kind: "short_payment", reason: "a cent" },
      )
      return { path: `write-offs/${write_off.id}/undo`, ...because("it was paid after all") }
    },
    "post write-off-requests/{id}/approve": async () => ({
      path: `write-off-requests/${await asked()}/approve`,
      headers: second(),
      ...because("agreed"),
    }),
    "post write-off-requests/{id}/decline": async () => ({
      path: `write-off-requests/${await asked()}/decline`,
      headers: second(),
      ...because("too much"),
    }),
  }
}
