-- A draw keeps which later event of its declaration took its place, and is no longer told as undone by a dead letter: its first answer stands
-- on a retry too (it was drawn anew, and a process that had been frozen threw the later draw out by it), and it counts again if that event becomes a dead letter.

ALTER TABLE write_offs ADD COLUMN superseded_by uuid;
COMMENT ON COLUMN write_offs.superseded_by IS 'The later event of the same declaration that draws instead. What counts is neither superseded nor released.';
COMMENT ON COLUMN write_offs.status IS 'provisional until audit has the assessment, then final; released where the event became a dead letter.';

CREATE OR REPLACE FUNCTION reserve_write_offs(draws jsonb)
  RETURNS TABLE (nth bigint, answer text, remaining numeric, unit text) LANGUAGE plpgsql AS $$
DECLARE
  draw record;
  line_quantity numeric;
  drawn numeric;
BEGIN
  PERFORM 1 FROM licences WHERE licence_id IN (SELECT d->>'licenceId' FROM jsonb_array_elements(draws) d) ORDER BY licence_id FOR UPDATE;
  FOR draw IN
    SELECT n AS nth, (d->>'eventId')::uuid AS event_id, d->>'declarationId' AS declaration_id, (d->>'item')::int AS item, (d->>'document')::int AS document,
           d->>'licenceId' AS licence_id, (d->>'line')::int AS line, (d->>'quantity')::numeric AS quantity, d->>'unit' AS unit
      FROM jsonb_array_elements(draws) WITH ORDINALITY AS t(d, n) ORDER BY n
  LOOP
    nth := draw.nth;
    SELECT w.answer, w.remaining, w.unit INTO answer, remaining, unit FROM write_offs w
      WHERE w.event_id = draw.event_id AND w.item = draw.item AND w.document = draw.document AND w.status <> 'released';
    IF NOT FOUND THEN
      UPDATE write_offs w SET superseded_by = draw.event_id
        WHERE w.declaration_id = draw.declaration_id AND w.event_id <> draw.event_id AND w.status <> 'released' AND w.superseded_by IS NULL;
      unit := draw.unit;
      remaining := NULL;
      SELECT (l->>'quantity')::numeric INTO line_quantity FROM licences, jsonb_array_elements(lines) l
        WHERE licences.licence_id = draw.licence_id AND (l->>'line')::int = draw.line;
      IF draw.line IS NULL OR line_quantity IS NULL THEN
        answer := 'undetermined';
      ELSE
        SELECT coalesce(sum(w.quantity), 0) INTO drawn FROM write_offs w
          WHERE w.licence_id = draw.licence_id AND w.line = draw.line AND w.status <> 'released' AND w.superseded_by IS NULL AND w.answer = 'yes';
        remaining := line_quantity - drawn;
        answer := CASE WHEN remaining >= draw.quantity THEN 'yes' ELSE 'no' END;
      END IF;
      INSERT INTO write_offs AS w (event_id, declaration_id, item, document, licence_id, line, quantity, unit, answer, remaining)
        VALUES (draw.event_id, draw.declaration_id, draw.item, draw.document, draw.licence_id, draw.line, draw.quantity, draw.unit, answer, remaining)
        ON CONFLICT ON CONSTRAINT write_offs_pkey DO UPDATE SET quantity = excluded.quantity, line = excluded.line, licence_id = excluded.licence_id,
          unit = excluded.unit, answer = excluded.answer, remaining = excluded.remaining, status = 'provisional', superseded_by = NULL;
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;
