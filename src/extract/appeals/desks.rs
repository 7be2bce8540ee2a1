//! Cases on the desks of the municipality's own staff are none of the board's.

use crate::data::caseload::CaseloadTag;
use crate::extract::clause::Clause;

/// "Hver rådgiver har 46 sager", "1.099 sager og 28,0 årsværk".
pub(super) fn tells_of_caseloads(clause: &Clause<'_>) -> bool {
    let told = |tag: &CaseloadTag| matches!(tag, CaseloadTag::Staff | CaseloadTag::Caseload);
    clause.caseload_terms().iter().any(|hit| told(&hit.tag)) && !clause.names_board()
}
