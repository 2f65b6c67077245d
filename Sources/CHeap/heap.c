#include "CHeap.h"
#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

void oc4ids_heap_grow_by(int bytes) {
#if defined(__GLIBC__)
    mallopt(M_TOP_PAD, bytes);
    // With the step set, glibc no longer finds out for itself what is large.
    mallopt(M_MMAP_THRESHOLD, bytes);
#else
    (void)bytes;
#endif
}
