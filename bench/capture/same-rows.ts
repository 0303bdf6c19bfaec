/**
 * Everything that stands for each of some orders, without ids and with moments told from the day the
 * order was placed, so that two writers' rows can be compared. Gives one row a distinct content.
 */
export const contentOfOrders = `
  with wanted as (
    select d.*, lpad(d.id::text, 26, '0') as name from reconciliation_document d where d.id = any($1::bigint[])
  ), content as (
    select w.id, jsonb_build_object(
      'document', jsonb_build_object('version', w.version, 'host_version', w.host_version, 'problems', w.problems,
        'read', w.read_at - w.placed_at, 'state', w.state_at - w.placed_at, 'order', w.seen_order - w.placed_at,
        'money', w.seen_money - w.placed_at, 'taxes', w.seen_taxes - w.placed_at),
      'codes', (select count(*) from reconciliation_matching_sequence s
                  join reconciliation_change c on c.id = s.change_id and c.document_id = w.id where s.document_id = w.id),
      'changes', (select jsonb_agg(to_jsonb(c) - array['id', 'account_id', 'document_id', 'transaction_id', 'recorded_at']
                                   order by c.id)
                    from reconciliation_change c where c.document_id = w.id and c.account_id = w.account_id),
      'items', (select jsonb_agg(to_jsonb(i) - array['id', 'account_id', 'document_id', 'change_id', 'recorded_at',
                    'occurred_at', 'occurred_on', 'accounting_on'] || jsonb_build_object(
                    'occurred_at', i.occurred_at - w.placed_at, 'days', i.occurred_on - i.accounting_on) order by i.id)
                  from reconciliation_open_item i where i.document_id = w.id and i.account_id = w.account_id),
      'allocations', (select jsonb_agg(to_jsonb(a) - array['id', 'account_id', 'change_id', 'credit_item_id',
                          'debit_item_id', 'recorded_at', 'occurred_on', 'accounting_on'] || jsonb_build_object(
                          'credit', c.key, 'debit', d.key, 'change', h.cause,
                          'days', a.occurred_on - greatest(c.occurred_on, d.occurred_on),
                          'accounting_days', a.accounting_on - a.occurred_on) order by a.id)
                        from reconciliation_open_item c
                        join reconciliation_allocation a on a.credit_item_id = c.id and a.account_id = w.account_id
                        join reconciliation_open_item d on d.id = a.debit_item_id
                        join reconciliation_change h on h.id = a.change_id
                       where c.document_id = w.id)
    )::text as text, w.name
    from wanted w
  )
  select replace(text, name, '#') as content, count(*)::int as orders from content group by 1 order by 2 desc`
