import { ListPage, type ListPageProps } from "./list-page"

/** Every transaction there is, with its state and what it is reconciled with. */
export default function TransactionsPage(props: ListPageProps) {
  return <ListPage show="all" {...props} />
}
