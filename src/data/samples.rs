//! The samples that the program carries: invented minutes with published figures, so that a first look needs no files.

/// Each sample's file name and text.
pub const ALL: [(&str, &str); 5] = [
    ("hvidovre-danmarkskort-2021.txt", include_str!("../../assets/samples/hvidovre-danmarkskort-2021.txt")),
    ("hvidovre-sagsantal-2022.txt", include_str!("../../assets/samples/hvidovre-sagsantal-2022.txt")),
    ("lejre-afdelinger-2018.txt", include_str!("../../assets/samples/lejre-afdelinger-2018.txt")),
    ("lejre-ankestatistik-2018.txt", include_str!("../../assets/samples/lejre-ankestatistik-2018.txt")),
    ("rodovre-klager-2023.txt", include_str!("../../assets/samples/rodovre-klager-2023.txt")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_carried() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".txt"))
            .collect();
        names.sort();
        assert_eq!(names, ALL.map(|(name, _)| name));
    }
}
