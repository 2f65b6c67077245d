// What is asked of whole windows of text, a block of BLOCK bytes at a time. `windows.c` includes this once for each length of vectors;
// NAME tells the functions of one length from those of another.

typedef unsigned char NAME(block) __attribute__((ext_vector_type(BLOCK)));
typedef signed char NAME(signs) __attribute__((ext_vector_type(BLOCK)));
typedef _Bool NAME(bits) __attribute__((ext_vector_type(BLOCK)));

static inline NAME(block) NAME(load)(const unsigned char *place) {
    NAME(block) bytes;
    memcpy(&bytes, place, sizeof bytes);
    return bytes;
}

static inline _Bool NAME(has_high_bit)(NAME(block) bytes) {
    NAME(bits) bits = __builtin_convertvector((NAME(signs))bytes < 0, NAME(bits));
    unsigned char gathered[BLOCK / 8], all = 0;
    memcpy(gathered, &bits, sizeof gathered);
    for (int i = 0; i < BLOCK / 8; i += 1) all |= gathered[i];
    return all != 0;
}

// A lane's highest bit is set where the byte cannot stand by RFC 3629, section 4, but for what `second_faults` finds. Three bytes before `place`
// are looked at too.
static inline NAME(block) NAME(faults)(const unsigned char *place) {
    NAME(block) bytes = NAME(load)(place);
    // A byte has to continue a character when the one before begins one, or the second before one of three bytes, or the third before one
    // of four. Saturating subtraction leaves the highest bit set for bytes from a least one on.
    NAME(block) expected = __builtin_elementwise_sub_sat(NAME(load)(place - 1), (NAME(block))(0xC0 - 0x80));
    expected |= __builtin_elementwise_sub_sat(NAME(load)(place - 2), (NAME(block))(0xE0 - 0x80));
    expected |= __builtin_elementwise_sub_sat(NAME(load)(place - 3), (NAME(block))(0xF0 - 0x80));
    // Bytes that continue, 10xxxxxx, are the lowest as signed numbers.
    NAME(block) wrong = expected ^ (NAME(block))((NAME(signs))bytes < (NAME(signs))-64);
    // C0, C1, and all from F5 on are in no text.
    return wrong | (NAME(block))((bytes & 0xFE) == 0xC0) | __builtin_elementwise_sub_sat(bytes, (NAME(block))(0xF5 - 0x80));
}

// What only characters of three and four bytes can have wrong in their second byte: longer than needed (behind E0, F0), a surrogate (ED), past
// the last character (F4).
static inline NAME(block) NAME(second_faults)(const unsigned char *place) {
    NAME(block) before = NAME(load)(place - 1);
    NAME(signs) order = (NAME(signs))NAME(load)(place);
    NAME(block) low = (NAME(block))(order < (NAME(signs))(0xA0 - 0x100)), surrogate = (NAME(block))(before == 0xED);
    NAME(block) wrong = ((NAME(block))(before == 0xE0) | surrogate) & (low ^ surrogate);
    NAME(block) lower = (NAME(block))(order < (NAME(signs))(0x90 - 0x100)), last = (NAME(block))(before == 0xF4);
    return wrong | (((NAME(block))(before == 0xF0) | last) & (lower ^ last));
}

// All faults in less than a block, `before` (up to 3) bytes standing before it: what lies around is taken for zeros, and the end for no fault.
static inline NAME(block) NAME(faults_at_edge)(const unsigned char *place, size_t before, size_t count) {
    unsigned char edge[3 + BLOCK] = {0}, kept[BLOCK] = {0};
    memcpy(edge + 3 - before, place - before, before + count);
    NAME(block) wrong = NAME(faults)(edge + 3) | NAME(second_faults)(edge + 3);
    memcpy(kept, &wrong, count);
    return NAME(load)(kept);
}

static _Bool NAME(is_utf8)(const unsigned char *start, size_t first, size_t count) {
    enum { stretch = 16 * BLOCK };
    size_t done = first + (count - first < BLOCK ? count - first : BLOCK);
    NAME(block) wrong = NAME(faults_at_edge)(start + first, first < 3 ? first : 3, done - first);
    // Passing over blocks of ASCII would cost more than it saves: accented letters come too irregularly to foresee the branch. Longer
    // characters fill whole texts or none.
    while (count - done >= BLOCK) {
        size_t end = done + (count - done < stretch ? (count - done) / BLOCK * BLOCK : stretch);
        NAME(block) highest = 0;
        for (size_t i = done; i < end; i += BLOCK) {
            wrong |= NAME(faults)(start + i);
            highest = __builtin_elementwise_max(highest, NAME(load)(start + i - 1));
        }
        if (NAME(has_high_bit)(__builtin_elementwise_sub_sat(highest, (NAME(block))(0xE0 - 0x80)))) {
            for (size_t i = done; i < end; i += BLOCK) wrong |= NAME(second_faults)(start + i);
        }
        done = end;
    }
    wrong |= NAME(faults_at_edge)(start + done, done < 3 ? done : 3, count - done);
    return !NAME(has_high_bit)(wrong);
}

static oc4ids_lines NAME(lines)(const unsigned char *start, size_t count) {
    oc4ids_lines lines = {0, 0, 0};
    const unsigned char *place = start, *end = start + count;
    NAME(block) returns = 0;
    while (end - place >= BLOCK) {
        // A lane counts to 255 before it would flow over.
        size_t blocks = (size_t)(end - place) / BLOCK;
        if (blocks > 255) blocks = 255;
        NAME(block) line_feeds = 0, continuations = 0;
        for (; blocks > 0; blocks -= 1, place += BLOCK) {
            NAME(block) bytes = NAME(load)(place);
            // What a comparison finds true is -1.
            line_feeds -= (NAME(block))(bytes == 0x0A);
            continuations -= (NAME(block))((NAME(signs))bytes < (NAME(signs))-64);
            returns |= (NAME(block))(bytes == 0x0D);
        }
        for (int lane = 0; lane < BLOCK; lane += 1) {
            lines.line_feeds += line_feeds[lane];
            lines.continuations += continuations[lane];
        }
    }
    lines.has_returns = NAME(has_high_bit)(returns);
    for (; place < end; place += 1) {
        lines.line_feeds += *place == 0x0A;
        lines.continuations += (*place & 0xC0) == 0x80;
        lines.has_returns |= *place == 0x0D;
    }
    return lines;
}

static inline uint64_t NAME(gather)(NAME(signs) mask) {
    NAME(bits) bits = __builtin_convertvector(mask, NAME(bits));
    uint64_t gathered = 0;
    memcpy(&gathered, &bits, sizeof bits);
    return gathered;
}

static size_t NAME(pass_items)(const unsigned char *start, size_t first, size_t count, oc4ids_nesting *nesting) {
    for (size_t place = first; place < count; place += 64) {
        uint64_t quotes = 0, backslashes = 0, opening = 0, closing = 0;
        for (int part = 0; part < 64; part += BLOCK) {
            NAME(block) bytes = NAME(load)(start + place + part);
            // Both kinds of brackets differ in one bit: [ 5B, { 7B, ] 5D, } 7D.
            NAME(block) folded = bytes | 0x20;
            quotes |= NAME(gather)((NAME(signs))(bytes == 0x22)) << part;
            backslashes |= NAME(gather)((NAME(signs))(bytes == 0x5C)) << part;
            opening |= NAME(gather)((NAME(signs))(folded == 0x7B)) << part;
            closing |= NAME(gather)((NAME(signs))(folded == 0x7D)) << part;
        }
        size_t length = count - place;
        if (length < 64) {
            uint64_t used = ((uint64_t)1 << length) - 1;
            quotes &= used;
            backslashes &= used;
            opening &= used;
            closing &= used;
        } else {
            length = 64;
        }
        if (backslashes != 0 || nesting->is_escaped) quotes &= ~escaped(backslashes, length, nesting);
        // Bit i: an odd number of quotes stands at or before i, so i is inside a string.
        uint64_t inside = NAME(parities)(quotes) ^ nesting->in_string;
        nesting->in_string = 0 - (inside >> (length - 1) & 1);
        opening &= ~inside;
        closing &= ~inside;
        int64_t closed = __builtin_popcountll(closing);
        if (nesting->depth > closed) {
            nesting->depth += __builtin_popcountll(opening) - closed;
        } else if ((opening | closing) != 0) {
            nesting->opening = opening;
            nesting->closing = closing;
            return place;
        }
    }
    return count;
}
