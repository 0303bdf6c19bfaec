import { Skeleton, Text } from "@medusajs/ui"
import { useCallback } from "react"
import type { ListedTransactionView } from "../../../../types/http"
import { Facts } from "../../../ui/facts"
import { useMore, type MoreContent } from "../../../ui/use-more"
import { useAccount } from "../../account/use-account"
import { useChannelNames } from "../sought/use-choices"
import type { ListSpeech } from "../list-speech"
import { useListSpeech } from "../use-list-speech"
import { whyWords } from "./why"

/** Why a row is open, in full; false where nothing of it is. */
export function useWhyPanel(): (anchor: HTMLElement | null, one: ListedTransactionView) => boolean {
  const { toggle } = useMore()
  const speech = useListSpeech()
  return useCallback(
    (anchor, one) => {
      if (!anchor || one.why === null) return false
      toggle(anchor, whyContent(one, speech))
      return true
    },
    [toggle, speech],
  )
}

/** What the panel of a row shows. */
export const whyContent = (one: ListedTransactionView, speech: ListSpeech): MoreContent => ({
  id: `why ${one.number}`,
  title: speech.t("lists.whyOf", { name: speech.nameOf(one), owner: speech.ownerOf(one) }),
  renderDetails: () => <WhyInFull one={one} />,
})

/** The sentence, and the figures of the account that it speaks of. */
function WhyInFull({ one }: { one: ListedTransactionView }) {
  const speech = useListSpeech()
  const { t, nameOf, ownerOf, amountOf, day } = speech
  const { data: account, error } = useAccount(one.owner.account_id)
  const channelOf = useChannelNames(one.sales_channel_id !== null)
  const amount = amountOf(one)
  const written = (value: string) => `${amount(value)} ${one.currency_code.toUpperCase()}`
  return (
    <div className="reconciliation-list-why flex flex-col gap-y-2 p-3" data-why-panel="">
      <Text size="small" leading="compact" weight="plus">
        {nameOf(one)} · {ownerOf(one)}
      </Text>
      <Text size="small">{whyWords(one, { ...speech, amount })}</Text>
      <Facts
        facts={[
          [t("lists.facts.open"), written(one.open)],
          [t("lists.facts.happened"), day(one.occurred_on)],
          one.due_on === null ? null : [t("lists.facts.due"), day(one.due_on)],
          one.sales_channel_id === null ? null : [t("lists.facts.channel"), channelOf(one.sales_channel_id)],
          account ? [t("lists.facts.accountOpen"), written(account.totals.open)] : null,
          account ? [t("lists.facts.accountUnapplied"), written(account.totals.unallocated)] : null,
          account ? [t("lists.facts.accountBalance"), written(account.totals.balance)] : null,
        ]}
      />
      {!account && !error && <Skeleton className="h-4" style={{ width: "60%" }} />}
    </div>
  )
}
