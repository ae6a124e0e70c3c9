-- Version 2: signatures of longer reports, by which a reprint is known in a later run; facets.

CREATE TABLE signature (        -- a report long enough to be told from another by its shingles
  document INTEGER PRIMARY KEY REFERENCES document,
  minhash  BLOB NOT NULL        -- 128 values of 32 bits, little-endian
);

-- In the order in which facets are counted, so that they are counted without sorting.
CREATE INDEX event_facets ON event (review, plover, quad, measure, status, country);
