import { booleanOf, knownNames, refusedOption } from "./option-checks"

/** How orders are read from the host. */
export interface OrderReaderOption {
  /** Whether the host's tables may be read by one statement of ours. Default true. */
  enabled?: boolean
  /** One order in so many is read by the host's query too and compared. Default 500. */
  checkEvery?: number
}

export type OrderReaderSettings = Readonly<Required<OrderReaderOption>>

export function orderReaderSettings(option: OrderReaderOption = {}): OrderReaderSettings {
  knownNames("orderReader", option, ["enabled", "checkEvery"])
  const { enabled = true, checkEvery = 500 } = option
  if (!Number.isInteger(checkEvery) || checkEvery < 1)
    throw refusedOption(
      `orderReader.checkEvery is ${JSON.stringify(checkEvery)}; use a whole number, 1 or more.`,
    )
  return { enabled: booleanOf("orderReader.enabled", enabled), checkEvery }
}
