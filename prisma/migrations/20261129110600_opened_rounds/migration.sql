-- A list of cases, or lots by light, tells which villages are listed: such a round is never opened to
-- those who do not read every case of the county.
ALTER TABLE inspection_rounds ADD CONSTRAINT inspection_rounds_open CHECK (published_on IS NULL OR scope = 'EVERY_VILLAGE');
ALTER TABLE draws ADD CONSTRAINT draws_open CHECK (
  published_on IS NULL OR list LIKE E'%\nlots\tred\t1\tyellow\t1\tgreen\t1\tnone\t1\n%');
