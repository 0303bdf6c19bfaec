import { useLateWords } from "../../lib/use-late-words"
import { ListPage, type ListPageProps } from "./list-page"

/** Every transaction there is, with its state and what it is reconciled with. */
export default function TransactionsPage(props: ListPageProps) {
  useLateWords()
  return <ListPage show="all" {...props} />
}
