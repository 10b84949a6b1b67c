### Not written yet.
