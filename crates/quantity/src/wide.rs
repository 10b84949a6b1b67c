//! Products of 128-bit numbers that are divided before they overflow.

/// The greatest common divisor; `gcd(0, n) = n`.
#[must_use]
pub const fn greatest_common_divisor(mut left: u128, mut right: u128) -> u128 {
    while right != 0 {
        // Most numbers here fit in 64 bits, where a division is several times cheaper.
        if left <= u64::MAX as u128 && right <= u64::MAX as u128 {
            let (mut small_left, mut small_right) = (left as u64, right as u64);
            while small_right != 0 {
                (small_left, small_right) = (small_right, small_left % small_right);
            }
            return small_left as u128;
        }
        (left, right) = (right, left % right);
    }
    left
}

/// `left × right` as high and low halves of 256 bits.
const fn multiply(left: u128, right: u128) -> (u128, u128) {
    const MASK: u128 = u64::MAX as u128;
    let (left_high, left_low) = (left >> 64, left & MASK);
    let (right_high, right_low) = (right >> 64, right & MASK);
    let low = left_low * right_low;
    let middle = left_high * right_low + (low >> 64);
    let middle_low = left_low * right_high + (middle & MASK);
    (left_high * right_high + (middle >> 64) + (middle_low >> 64), (middle_low << 64) | (low & MASK))
}

/// Quotient and remainder of `left × right / divisor`; `None` if the divisor is zero or the quotient passes 128 bits.
#[must_use]
pub fn multiply_divide(left: u128, right: u128, divisor: u128) -> Option<(u128, u128)> {
    if let Some(product) = left.checked_mul(right) {
        return Some((product.checked_div(divisor)?, product % divisor));
    }
    let (high, low) = multiply(left, right);
    if divisor == 0 || high >= divisor {
        return None;
    }
    // Long division, bit by bit: reached only by products past 128 bits, which no clinical input makes.
    let (mut quotient, mut remainder) = (0_u128, high);
    for bit in (0..128).rev() {
        let carried = remainder >> 127;
        remainder = (remainder << 1) | ((low >> bit) & 1);
        quotient <<= 1;
        if carried == 1 || remainder >= divisor {
            remainder = remainder.wrapping_sub(divisor);
            quotient |= 1;
        }
    }
    Some((quotient, remainder))
}

/// `left × right / divisor`, rounded down; `None` if the divisor is zero or the result passes 128 bits.
#[must_use]
pub fn multiply_divide_floor(left: u128, right: u128, divisor: u128) -> Option<u128> {
    multiply_divide(left, right, divisor).map(|(quotient, _)| quotient)
}

/// `left × right / divisor`, rounded up; `None` if the divisor is zero or the result passes 128 bits.
#[must_use]
pub fn multiply_divide_ceiling(left: u128, right: u128, divisor: u128) -> Option<u128> {
    let (quotient, remainder) = multiply_divide(left, right, divisor)?;
    if remainder == 0 { Some(quotient) } else { quotient.checked_add(1) }
}

#[cfg(test)]
mod tests {
    use super::{multiply, multiply_divide};
    use proptest::prelude::*;

    proptest! {
        /// What was multiplied is what quotient, divisor and remainder make up again.
        #[test]
        fn division_is_the_inverse_of_multiplication(left: u128, right: u128, divisor in 1_u128..) {
            match multiply_divide(left, right, divisor) {
                Some((quotient, remainder)) => {
                    prop_assert!(remainder < divisor);
                    let (high, low) = multiply(quotient, divisor);
                    let (sum, carry) = low.overflowing_add(remainder);
                    prop_assert_eq!((high + u128::from(carry), sum), multiply(left, right));
                }
                None => prop_assert!(multiply(left, right).0 >= divisor),
            }
        }
    }
}
