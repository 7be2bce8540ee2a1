//! Whole minutes, invented, in the layouts that municipalities use.
