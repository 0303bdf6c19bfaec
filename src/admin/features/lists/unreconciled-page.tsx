import { ListPage, type ListPageProps } from "./list-page"

/** Every transaction that is not fully reconciled, why, and the one next step. */
export default function UnreconciledPage(props: ListPageProps) {
  return <ListPage show="unreconciled" {...props} />
}
