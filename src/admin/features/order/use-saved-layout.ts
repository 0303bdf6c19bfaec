import { useKnown } from "../../lib/use-known"

/** Where the host keeps what it read of a page's layout. */
const keyOf = (zone: string) => [["layouts"], "configuration", zone] as const

interface SavedLayout {
  personal_configuration?: unknown
  default_configuration?: unknown
}

/**
 * Whether somebody arranged the cards of a page. Until the host has said that nobody did, it counts as arranged: where
 * people put the card, there it stays.
 */
export function useIsArranged(zone: string): boolean {
  const layout = useKnown<SavedLayout>(keyOf(zone))
  return !layout || Boolean(layout.personal_configuration ?? layout.default_configuration)
}
