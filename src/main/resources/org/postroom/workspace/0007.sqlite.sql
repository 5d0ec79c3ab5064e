-- Fingerprints were 32 digits, each beside the 64 digits of its list, three times a person. They are
-- two numbers each now, in one table that is its own index: a fifth of the size. What was kept stays.

CREATE TABLE list_print_of (
  list_no INTEGER NOT NULL,
  print_upper INTEGER NOT NULL,
  print_lower INTEGER NOT NULL,
  row_no INTEGER,
  row_upper INTEGER,
  row_lower INTEGER,
  PRIMARY KEY (list_no, print_upper, print_lower),
  FOREIGN KEY (list_no) REFERENCES list_seen (number)
) WITHOUT ROWID;

INSERT INTO list_print_of
SELECT s.number,
    ((instr('0123456789abcdef', substr(p.print, 1, 1)) - 1) << 60)
    | ((instr('0123456789abcdef', substr(p.print, 2, 1)) - 1) << 56)
    | ((instr('0123456789abcdef', substr(p.print, 3, 1)) - 1) << 52)
    | ((instr('0123456789abcdef', substr(p.print, 4, 1)) - 1) << 48)
    | ((instr('0123456789abcdef', substr(p.print, 5, 1)) - 1) << 44)
    | ((instr('0123456789abcdef', substr(p.print, 6, 1)) - 1) << 40)
    | ((instr('0123456789abcdef', substr(p.print, 7, 1)) - 1) << 36)
    | ((instr('0123456789abcdef', substr(p.print, 8, 1)) - 1) << 32)
    | ((instr('0123456789abcdef', substr(p.print, 9, 1)) - 1) << 28)
    | ((instr('0123456789abcdef', substr(p.print, 10, 1)) - 1) << 24)
    | ((instr('0123456789abcdef', substr(p.print, 11, 1)) - 1) << 20)
    | ((instr('0123456789abcdef', substr(p.print, 12, 1)) - 1) << 16)
    | ((instr('0123456789abcdef', substr(p.print, 13, 1)) - 1) << 12)
    | ((instr('0123456789abcdef', substr(p.print, 14, 1)) - 1) << 8)
    | ((instr('0123456789abcdef', substr(p.print, 15, 1)) - 1) << 4)
    | ((instr('0123456789abcdef', substr(p.print, 16, 1)) - 1) << 0),
    ((instr('0123456789abcdef', substr(p.print, 17, 1)) - 1) << 60)
    | ((instr('0123456789abcdef', substr(p.print, 18, 1)) - 1) << 56)
    | ((instr('0123456789abcdef', substr(p.print, 19, 1)) - 1) << 52)
    | ((instr('0123456789abcdef', substr(p.print, 20, 1)) - 1) << 48)
    | ((instr('0123456789abcdef', substr(p.print, 21, 1)) - 1) << 44)
    | ((instr('0123456789abcdef', substr(p.print, 22, 1)) - 1) << 40)
    | ((instr('0123456789abcdef', substr(p.print, 23, 1)) - 1) << 36)
    | ((instr('0123456789abcdef', substr(p.print, 24, 1)) - 1) << 32)
    | ((instr('0123456789abcdef', substr(p.print, 25, 1)) - 1) << 28)
    | ((instr('0123456789abcdef', substr(p.print, 26, 1)) - 1) << 24)
    | ((instr('0123456789abcdef', substr(p.print, 27, 1)) - 1) << 20)
    | ((instr('0123456789abcdef', substr(p.print, 28, 1)) - 1) << 16)
    | ((instr('0123456789abcdef', substr(p.print, 29, 1)) - 1) << 12)
    | ((instr('0123456789abcdef', substr(p.print, 30, 1)) - 1) << 8)
    | ((instr('0123456789abcdef', substr(p.print, 31, 1)) - 1) << 4)
    | ((instr('0123456789abcdef', substr(p.print, 32, 1)) - 1) << 0),
    p.row_no,
    ((instr('0123456789abcdef', substr(p.row_print, 1, 1)) - 1) << 60)
    | ((instr('0123456789abcdef', substr(p.row_print, 2, 1)) - 1) << 56)
    | ((instr('0123456789abcdef', substr(p.row_print, 3, 1)) - 1) << 52)
    | ((instr('0123456789abcdef', substr(p.row_print, 4, 1)) - 1) << 48)
    | ((instr('0123456789abcdef', substr(p.row_print, 5, 1)) - 1) << 44)
    | ((instr('0123456789abcdef', substr(p.row_print, 6, 1)) - 1) << 40)
    | ((instr('0123456789abcdef', substr(p.row_print, 7, 1)) - 1) << 36)
    | ((instr('0123456789abcdef', substr(p.row_print, 8, 1)) - 1) << 32)
    | ((instr('0123456789abcdef', substr(p.row_print, 9, 1)) - 1) << 28)
    | ((instr('0123456789abcdef', substr(p.row_print, 10, 1)) - 1) << 24)
    | ((instr('0123456789abcdef', substr(p.row_print, 11, 1)) - 1) << 20)
    | ((instr('0123456789abcdef', substr(p.row_print, 12, 1)) - 1) << 16)
    | ((instr('0123456789abcdef', substr(p.row_print, 13, 1)) - 1) << 12)
    | ((instr('0123456789abcdef', substr(p.row_print, 14, 1)) - 1) << 8)
    | ((instr('0123456789abcdef', substr(p.row_print, 15, 1)) - 1) << 4)
    | ((instr('0123456789abcdef', substr(p.row_print, 16, 1)) - 1) << 0),
    ((instr('0123456789abcdef', substr(p.row_print, 17, 1)) - 1) << 60)
    | ((instr('0123456789abcdef', substr(p.row_print, 18, 1)) - 1) << 56)
    | ((instr('0123456789abcdef', substr(p.row_print, 19, 1)) - 1) << 52)
    | ((instr('0123456789abcdef', substr(p.row_print, 20, 1)) - 1) << 48)
    | ((instr('0123456789abcdef', substr(p.row_print, 21, 1)) - 1) << 44)
    | ((instr('0123456789abcdef', substr(p.row_print, 22, 1)) - 1) << 40)
    | ((instr('0123456789abcdef', substr(p.row_print, 23, 1)) - 1) << 36)
    | ((instr('0123456789abcdef', substr(p.row_print, 24, 1)) - 1) << 32)
    | ((instr('0123456789abcdef', substr(p.row_print, 25, 1)) - 1) << 28)
    | ((instr('0123456789abcdef', substr(p.row_print, 26, 1)) - 1) << 24)
    | ((instr('0123456789abcdef', substr(p.row_print, 27, 1)) - 1) << 20)
    | ((instr('0123456789abcdef', substr(p.row_print, 28, 1)) - 1) << 16)
    | ((instr('0123456789abcdef', substr(p.row_print, 29, 1)) - 1) << 12)
    | ((instr('0123456789abcdef', substr(p.row_print, 30, 1)) - 1) << 8)
    | ((instr('0123456789abcdef', substr(p.row_print, 31, 1)) - 1) << 4)
    | ((instr('0123456789abcdef', substr(p.row_print, 32, 1)) - 1) << 0)
FROM list_print p JOIN list_seen s ON s.sha256 = p.list_sha256
ORDER BY 1, 2, 3;

DROP TABLE list_print;

ALTER TABLE list_print_of RENAME TO list_print;
