-- The cheapest way found to leave the rows of one captured payment on an order of five posted lines: one
-- round trip, every value given, plans kept by the session, nothing looked up but the next matching code.
-- The constraints, triggers and indexes are the ledger's own.
create function bench_capture(
  of_account bigint, of_document bigint, capture_key text, capture_reference text, host_payment text, captured_at timestamptz,
  captured_on date, host_read_at timestamptz, order_seen_at timestamptz, line_ids bigint[], amounts bigint[],
  credit_left bigint[], line_taxes bigint[]
) returns void language plpgsql as $$
declare
  code integer;
  change bigint;
  payment bigint;
begin
  update reconciliation_account set version = version + 1, next_rank = next_rank + 1
   where id = of_account returning next_rank - 1 into code;
  insert into reconciliation_change (account_id, document_id, kind, cause, actor_type)
  values (of_account, of_document, 'ingest', 'payment.captured', 'system') returning id into change;
  insert into reconciliation_open_item (account_id, document_id, change_id, side, kind, key, sequence, position, title,
    reference, method, host_id, payment_id, provider_id, occurred_at, occurred_on, accounting_on, amount, allocated)
  values (of_account, of_document, change, 'credit', 'payment', capture_key, 1, 0, 'Payment', capture_reference,
    'manual', capture_reference, host_payment, 'pp_system_default', captured_at, captured_on, captured_on, credit_left[1], credit_left[1]) returning id into payment;
  update reconciliation_open_item i set allocated = allocated + line.amount, taxes_allocated = array[line.tax]
    from unnest(line_ids, amounts, line_taxes) line (id, amount, tax) where i.id = line.id;
  insert into reconciliation_allocation (account_id, change_id, credit_item_id, debit_item_id, amount, origin, rule,
    step, credit_open_before, debit_open_before, debit_taxes, occurred_on, accounting_on)
  select of_account, change, payment, line.id, line.amount, 'auto', 'line_order', line.step, line.credit_left,
         line.amount, array[line.tax], captured_on, captured_on
    from unnest(line_ids, amounts, credit_left, line_taxes) with ordinality line (id, amount, credit_left, tax, step);
  insert into reconciliation_matching_sequence (account_id, change_id, rank, document_id)
  values (of_account, change, code, of_document);
  update reconciliation_document
     set version = version + 1, read_at = host_read_at, state_at = captured_at, seen_order = order_seen_at,
         seen_money = captured_at
   where id = of_document;
end $$;
