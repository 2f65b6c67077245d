#include "CVectors.h"
#if defined(__x86_64__)
#include <wmmintrin.h>
#endif

// The bytes, of `length`, that a backslash before them escapes.
static inline uint64_t escaped(uint64_t backslashes, size_t length, oc4ids_nesting *nesting) {
    uint64_t marks = nesting->is_escaped ? 1 : 0, left = backslashes & ~marks;
    nesting->is_escaped = 0;
    while (left != 0) {
        // The first backslash left escapes the byte behind it, a backslash or not.
        int bit = __builtin_ctzll(left);
        if ((size_t)bit == length - 1) {
            nesting->is_escaped = 1;
            break;
        }
        marks |= (uint64_t)2 << bit;
        left &= ~((uint64_t)3 << bit);
    }
    return marks;
}

// Bit i: whether an odd number of the bits up to i, itself too, are set.
static inline uint64_t parities_of_16(uint64_t bits) {
    for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

#define BLOCK 16
#define NAME(name) name##_of_16
#include "blocks.h"
#undef BLOCK
#undef NAME

#if defined(__x86_64__)

// The same for processors with AVX2, whose vectors are twice as long: which one this is, is known only when the program runs.
#pragma clang attribute push(__attribute__((target("avx2,popcnt,pclmul"))), apply_to = function)

// A product without carries, by all ones.
static inline uint64_t parities_of_32(uint64_t bits) {
    return (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)bits), _mm_set1_epi8(-1), 0));
}

#define BLOCK 32
#define NAME(name) name##_of_32
#include "blocks.h"
#pragma clang attribute pop

_Bool oc4ids_is_utf8(const unsigned char *start, size_t first, size_t count) {
    return __builtin_cpu_supports("avx2") ? is_utf8_of_32(start, first, count) : is_utf8_of_16(start, first, count);
}

oc4ids_lines oc4ids_count_lines(const unsigned char *start, size_t count) {
    return __builtin_cpu_supports("avx2") ? lines_of_32(start, count) : lines_of_16(start, count);
}

size_t oc4ids_pass_items(const unsigned char *start, size_t first, size_t count, oc4ids_nesting *nesting) {
    _Bool has_all = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
    return has_all ? pass_items_of_32(start, first, count, nesting) : pass_items_of_16(start, first, count, nesting);
}

#else

_Bool oc4ids_is_utf8(const unsigned char *start, size_t first, size_t count) { return is_utf8_of_16(start, first, count); }

oc4ids_lines oc4ids_count_lines(const unsigned char *start, size_t count) { return lines_of_16(start, count); }

size_t oc4ids_pass_items(const unsigned char *start, size_t first, size_t count, oc4ids_nesting *nesting) {
    return pass_items_of_16(start, first, count, nesting);
}

#endif
