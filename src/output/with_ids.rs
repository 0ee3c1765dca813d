//! Enums whose variants have an id, in files and in what is printed.

/// Makes an enum from one list of variants with their ids: `ALL` in this order, `id`, and how JSON writes it and schemas
/// describe it.
macro_rules! with_ids {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$of_variant:meta])* $variant:ident = $id:literal,)+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, schemars::JsonSchema)]
        $visibility enum $name {
            $($(#[$of_variant])* #[serde(rename = $id)] $variant,)+
        }

        #[allow(dead_code)] // not every list needs all of it
        impl $name {
            /// Every one, in order.
            $visibility const ALL: [Self; [$($id),+].len()] = [$(Self::$variant),+];

            /// The id in files and in what is printed.
            $visibility const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }
        }
    };
}

pub(crate) use with_ids;
